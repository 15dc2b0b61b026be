/* The form of an event: hides what does not belong to the rhythm chosen, and says below each line what the
   server makes of it. Without this script all fields are there, and their help says when they matter. */

const PAUSE = 400;
const FIELDS = ["weekdays", "positions", "last_day", "count", "interval", "more_days"];
const SENT = /^(lines-|left_out-|skips_|on_closed_days$|room$|csrfmiddlewaretoken$)/;
const script = document.querySelector("script[src*='schedule'][data-address]");
const APPLIES = JSON.parse(script.dataset.applies);
const lines = document.getElementById("id_lines-FORMS");
const form = lines?.closest("form");

function show(line) {
  const chosen = line.querySelector('[name$="-frequency"]')?.value;
  for (const field of FIELDS) {
    const wrapper = line.querySelector(`[name$="-${field}"]`)?.closest("[data-field-wrapper]");
    if (!wrapper) continue;
    const alone = wrapper.parentElement.querySelectorAll("[data-field-wrapper]").length === 1;
    const place = alone ? wrapper.parentElement : wrapper;
    place.hidden = !(APPLIES[chosen] ?? FIELDS).includes(field);
  }
}

async function tell() {
  const sent = new FormData();
  for (const [name, value] of new FormData(form)) if (SENT.test(name)) sent.append(name, value);
  sent.append("page", location.pathname.match(/pages\/(\d+)\/edit/)?.[1] ?? "");
  const answer = await fetch(script.dataset.address, { method: "POST", body: sent });
  if (!answer.ok) return;
  const told = (await answer.json()).lines;
  for (const place of lines.querySelectorAll("[data-schedule-hint]")) {
    const prefix = place.closest("[data-inline-panel-child]").id.replace("inline_child_", "");
    const html = told[prefix] ?? "";
    if (place.dataset.told !== html) {
      place.innerHTML = html;
      place.dataset.told = html;
    }
  }
}

if (form) {
  let waiting;
  const later = () => {
    lines.querySelectorAll("[data-inline-panel-child]").forEach(show);
    clearTimeout(waiting);
    waiting = setTimeout(tell, PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  new MutationObserver(later).observe(lines, { childList: true });
  later();
}
