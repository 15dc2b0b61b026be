/* How far a mailing is, every few seconds, as long as it is on its way. Without this script one reloads. */

const PAUSE = 4000;

async function look() {
  const here = document.querySelector("[data-progress][data-running]");
  if (!here) return;
  const answer = document.hidden ? null : await fetch("?part=progress").catch(() => null);
  if (answer?.ok && !answer.redirected) {
    here.outerHTML = await answer.text();
    if (!document.querySelector("[data-progress][data-running]")) return location.reload();
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
