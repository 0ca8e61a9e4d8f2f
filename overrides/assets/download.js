// Gives the reader a file, made in the page and sent nowhere; prints one part of a page alone.

const KEPT = 600_000; // milliseconds: Safari asks the reader first, and fetches the file only then

export function download(name, parts, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

let sheet; // what is printed alone, until the reader goes on

// Prints an element alone: it stands in the page, where only print shows it. Safari says that printing is over before it
// has read the page. So the element stays until the reader does something, or prints something else.
export function printAlone(element, look = "record-sheet") {
  putAway();
  sheet = element;
  sheet.classList.add(look);
  sheet.role = "main"; // while it prints, the page's own is not there
  sheet.tabIndex = 0; // longer than the window, it can be reached by the keyboard
  document.body.append(sheet);
  document.body.classList.add("prints-record");
  addEventListener("afterprint", waitForReader, { once: true });
  print();
}

function waitForReader() {
  for (const what of ["pointerdown", "keydown", "beforeprint"]) addEventListener(what, putAway, { capture: true, once: true });
}

function putAway() {
  for (const what of ["pointerdown", "keydown", "beforeprint"]) removeEventListener(what, putAway, true);
  removeEventListener("afterprint", waitForReader);
  sheet?.remove();
  sheet = undefined;
  document.body.classList.remove("prints-record");
}
