// What the scripts of the pages find around them, for `tsc`: no browser reads this file.

/** What a selector finds: an element of HTML. Which kind it is only the page knows, so it may be any of these. */
type Found = HTMLInputElement & HTMLAnchorElement & HTMLScriptElement & HTMLDetailsElement & HTMLTemplateElement &
  HTMLLabelElement & HTMLFormElement & Pick<HTMLSelectElement, "options">;

interface ParentNode {
  querySelector(selectors: string): Found | null;
  querySelectorAll(selectors: string): NodeListOf<Found>;
}

interface EventTarget {
  closest(selectors: string): Found | null;
}

interface Element {
  closest(selectors: string): Found | null;
}

interface Document {
  getElementById(elementId: string): Found | null;
}

interface Window {
  /** The worker that frame.js has started before a calculator asks for it. */
  calculatorWorker?: Worker;
  /** Python's files, where the pages are opened from a folder: written by the build. */
  pythonFiles?: Record<string, string>;
  /** The file of an address, where the pages are opened from a folder. */
  fileOf?: (address: string) => string;
}

/** Written by the build at the head of the worker: what Python needs. */
declare const MANIFEST: any;
/** Written by the build into folder.js: the code of the workers, and the pages. */
declare const CODE: Record<string, string>;
declare const PAGES: Set<string>;
