"""Python for the browser: the package of the calculators, the runtime it runs in, the memory image it starts from.

For the engineer who changes Pyodide; nothing but `hooks.steps` and `bench` imports it.
"""
