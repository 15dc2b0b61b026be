/* A form that saves itself and its buttons take turns. Without this a button pressed in that very moment makes
   the editor say that somebody has saved a newer version in another window, and ask whether to overwrite it.

   And it goes on saving itself after a button was refused. Wagtail does so once, and then watches no longer. */

const PAUSE = 1000;
const WATCH = 500;
const form = document.querySelector("form[data-edit-form]");
let isSaving = false;
let isLeaving = false;
let pressed = null;
/* What the server says of other windows, asked before the form saved itself and answered after it. */
let isOldNews = false;
let isUnwatched = isRefused();
let waiting;

function isRefused() {
  return form?.dataset.wUnsavedForceValue === "true";
}

/* Once all is saved Wagtail watches again, if its interval is set anew. */
function watch() {
  if (!isUnwatched || isRefused()) return;
  isUnwatched = false;
  form.dataset.wUnsavedCheckIntervalValue = WATCH;
}

function saveSoon() {
  clearTimeout(waiting);
  if (!isRefused()) return;
  const change = new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } });
  waiting = setTimeout(() => form.dispatchEvent(change), PAUSE);
}

function pressAgain() {
  const button = pressed;
  pressed = null;
  isLeaving = false;
  button.disabled = false;
  button.click();
}

function beginToSave(event) {
  if (isLeaving) return event.preventDefault();
  isSaving = true;
  isOldNews = true;
}

function endToSave() {
  isSaving = false;
  setTimeout(pressed ? pressAgain : watch);
}

function submit(event) {
  if (event.target !== form) return;
  isLeaving = true;
  if (!isSaving || !event.submitter) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  pressed = event.submitter;
}

function forgetOldNews({ target, detail }) {
  if (!isOldNews || !target.matches(".w-editing-sessions")) return;
  delete detail.data.other_sessions;
  detail.data.html = document.getElementById("w-editing-sessions").innerHTML;
}

form?.addEventListener("input", saveSoon);
form?.addEventListener("change", saveSoon);
document.addEventListener("w-autosave:save", beginToSave, true);
document.addEventListener("w-autosave:success", endToSave, true);
document.addEventListener("w-autosave:error", endToSave, true);
document.addEventListener("submit", submit, true);
document.addEventListener("w-session:ping", () => (isOldNews = false), true);
document.addEventListener("w-swap:json", forgetOldNews, true);
/* Back from a page that did not come. */
window.addEventListener("pageshow", () => (isLeaving = false));
