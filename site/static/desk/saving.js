/* A form that saves itself and its buttons take turns. Without this a button pressed in that very moment makes
   the editor say that somebody has saved a newer version in another window, and ask whether to overwrite it.

   And it goes on saving itself after a button was refused. Wagtail does so once, and then watches no longer.
   What this relies on in Wagtail stands in site/decisions/0025-saving-in-turn.md. */

const PAUSE = 1000; // ms without a change before what was refused is tried again
const WATCH = 500; // ms, Wagtail's own
const LONGEST_WAIT = 10_000; // ms for which a button waits
const LONGEST_LEAVE = 30_000; // ms until a button that nothing came of can be pressed again, Wagtail's own
const CHANGES = ["input", "change", "keyup", "click"]; // deleting a brick or a bold letter is no "input"

const form = document.querySelector("form[data-edit-form][data-controller~='w-autosave']");

let isSaving = false;
let isCutOff = false;
let isLeaving = false;
let pressed = null;
let timer;

/* A button that is pressed while the form saves itself waits; one that changes more than others comes first. */

function hold(button) {
  if (!pressed || button.name) pressed = button;
  clearTimeout(timer);
  timer = setTimeout(release, LONGEST_WAIT);
}

function release() {
  if (!pressed) return;
  const button = pressed;
  pressed = null;
  isSaving = false;
  button.disabled = false; // what is disabled does not say which button it was
  button.dataset.wProgressLoadingValue = "false"; // or its second press would leave it enabled
  button.click();
}

function leave() {
  isLeaving = true;
  clearTimeout(timer);
  timer = setTimeout(stay, LONGEST_LEAVE);
}

function stay() {
  isLeaving = false;
  pressed = null;
  form.dataset.wUnsavedConfirmationValue = "true"; // the browser warns again before what is not saved is left
}

function pressing(event) {
  if (event.target !== form) return;
  if (!isSaving || isCutOff || !event.submitter) return leave();
  event.preventDefault();
  event.stopImmediatePropagation();
  hold(event.submitter);
}

function saving(event) {
  event.detail.formData.delete("action-workflow-action"); // a button was pressed, and its question was answered No
  if (isLeaving || pressed) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  isSaving = true;
  isNewsOld = true;
  tried = written();
}

function saved({ type, detail }) {
  isSaving = false;
  isCutOff = detail.type === "network_error";
  if (type === "w-autosave:success") setTimeout(watch);
  // Who was faster is asked for next; then the button can ask whether to overwrite that.
  if (detail.type !== "invalid_revision") setTimeout(release);
}

/* What the server says of other windows is old if the form has saved itself since it was asked. */

let isNewsOld = false;
let news = document.getElementById("w-editing-sessions")?.innerHTML;

function hearing({ target, detail }) {
  if (!target.matches(".w-editing-sessions")) return;
  if (isNewsOld) {
    delete detail.data.other_sessions;
    detail.data.html = news ?? "";
  } else {
    news = detail.data.html;
    if (!isSaving) setTimeout(release);
  }
}

/* A form that was refused. */

let isUnwatched = isRefused();
let tried;
let waiting;

function isRefused() {
  return form?.dataset.wUnsavedForceValue === "true";
}

function written() {
  return new URLSearchParams(new FormData(form)).toString();
}

function watch() {
  if (!isUnwatched || isRefused()) return;
  isUnwatched = false;
  form.dataset.wUnsavedCheckIntervalValue = WATCH;
}

function tryAgain() {
  if (!isRefused() || written() === tried) return;
  form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }));
}

function changed() {
  clearTimeout(waiting);
  if (isRefused()) waiting = setTimeout(tryAgain, PAUSE);
}

if (form) {
  document.addEventListener("submit", pressing, true);
  document.addEventListener("w-autosave:save", saving, true);
  document.addEventListener("w-autosave:success", saved, true);
  document.addEventListener("w-autosave:error", saved, true);
  document.addEventListener("w-session:ping", () => (isNewsOld = false), true);
  document.addEventListener("w-swap:json", hearing, true);
  document.addEventListener("visibilitychange", () => document.hidden && release());
  window.addEventListener("pageshow", ({ persisted }) => persisted && stay());
  for (const change of CHANGES) form.addEventListener(change, changed);
}
