// Lints the scripts of the site, of the build and their tests: make check.
import js from "@eslint/js";
import globals from "globals";

// The build writes what these names stand for before the scripts that use them.
export default [
  js.configs.recommended,
  {
    files: ["overrides/**/*.js"],
    languageOptions: { sourceType: "module", globals: { ...globals.browser } },
    rules: { "no-unused-expressions": "off", eqeqeq: "error", "prefer-const": "error", "no-var": "error", "no-control-regex": "off" },
  },
  { files: ["overrides/sw.js"], languageOptions: { sourceType: "script", globals: { ...globals.serviceworker, FILES: "readonly", TABLES: "readonly" } } },
  { files: ["overrides/assets/folder.js"], languageOptions: { globals: { CODE: "readonly", PAGES: "readonly" } }, rules: { "no-unused-vars": "off" } },
  { files: ["overrides/assets/*-worker.js"], languageOptions: { globals: { ...globals.worker, MANIFEST: "readonly" } } },
  { files: ["hooks/**/*.mjs", "tests/**/*.mjs"], languageOptions: { sourceType: "module", globals: { ...globals.node } } },
];
