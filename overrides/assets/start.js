// Makes the worker while the rest of a calculator's page is still read, so that it stands ready when the page does.

import { runtime } from "./runtime.js";

runtime.prepare();
