// What a result gives to take away: the record copied, printed or downloaded, a link to the answers, dates for a calendar.

import { download, printAlone } from "./download.js";
import { runtime } from "./runtime.js";

/** What each button of a result does. The first argument is the calculator, the second the button. */
export const RECORDS = {
  print: printRecord,
  plan: () => print(), // the plan of a case prints on its own sheets
  copy: copyRecord,
  download: downloadRecord,
  page: downloadPage,
  calendar: downloadCalendar,
  link: copyLink,
  case: openCase,
};

// Prints one thing alone: the record or, where the button names a meeting, its agenda and attendance list.
function printRecord(calculator, { dataset: { meeting } }) {
  const sheet = document.createElement("div");
  sheet.className = "record-sheet";
  sheet.role = "main"; // while it prints, the page's own is not there
  sheet.tabIndex = 0; // longer than the window, it can be reached by the keyboard
  sheet.innerHTML = meeting
    ? calculator.querySelector(`section[data-meeting="${meeting}"]`).outerHTML
    : calculator.page.match(/<body>(.*)<\/body>/s)[1]; // without its own style, which the content policy of a page forbids
  printAlone(sheet);
}

async function copyRecord(calculator, button) {
  calculator.say(await copied(calculator.record, button) ? "The record is copied." : "The browser does not allow copying. Use Download.");
}

async function copyLink(calculator, button) {
  const link = `${location.href.split("#")[0]}#${calculator.forLink()}`;
  calculator.say(await copied(link, button)
    ? "The link is copied. It holds your answers and ages, no dates and no names. Whoever has it sees the answers."
    : `The browser does not allow copying. This is the link: ${link}`);
}

async function copied(text, back) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea"); // where the clipboard is only for secure addresses
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    back.focus();
    return done;
  }
}

function downloadRecord(calculator) {
  download(`record-${calculator.dataset.guide}.txt`, ["\ufeff", calculator.record], "text/plain;charset=utf-8");
  calculator.say("The record is downloaded.");
}

function downloadPage(calculator) {
  download(`record-${calculator.dataset.guide}.html`, [calculator.page], "text/html;charset=utf-8");
  calculator.say("The record is saved as a page, which a word processor opens.");
}

async function downloadCalendar(calculator) {
  try {
    const { name, text } = await runtime.ask({ ...calculator.asked, stamp: new Date().toISOString() }, "calendar");
    download(name, [text], "text/calendar;charset=utf-8");
    calculator.say("The dates are downloaded.");
  } catch (error) {
    calculator.fail(error);
  }
}

// Goes on in Check a case, with these answers.
function openCase(calculator) {
  const address = new URL("calculators/case/", document.querySelector(".frame__name").href);
  address.hash = calculator.forLink();
  location.href = window.fileOf?.(address.href) ?? address.href;
}
