// Puts notices away for as long as the tab is open. A notice that has changed since has another key, so it comes back.
const section = document.querySelector("[data-banners]");
const status = document.querySelector("[data-banners-said]");
const PLACE = "banners";

function remembered() {
  try {
    return [].concat(JSON.parse(sessionStorage.getItem(PLACE)) ?? []);
  } catch {
    return []; // no storage: then they are put away on this page alone
  }
}

function remember(key) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify([...remembered(), key]));
  } catch {}
}

function take(banner) {
  banner.remove();
  if (!section.querySelector("[data-banner]")) section.remove();
}

// The button of the next notice, or else what follows them all: whoever uses the keyboard goes on from here.
function next(banner) {
  const others = [...section.querySelectorAll("[data-banner] button")].filter((button) => !banner.contains(button));
  const links = [...document.querySelectorAll("a[href], button:not([hidden])")];
  return others[0] ?? links.find((link) => status.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
}

for (const banner of section.querySelectorAll("[data-banner]")) {
  const button = banner.querySelector("button");
  if (!button) continue;
  if (remembered().includes(banner.dataset.banner)) {
    take(banner);
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    const goal = next(banner);
    remember(banner.dataset.banner);
    take(banner);
    goal?.focus();
    status.textContent = status.dataset.bannersSaid;
  });
}
