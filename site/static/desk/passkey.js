// Forms that ask the device for a passkey and send what it says. Without this script they stay hidden: there is
// always another way in.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const known = (list = []) => list.map((each) => ({ ...each, id: bytes(each.id) }));

function told(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const said = parts.filter((part) => response[part]).map((part) => [part, text(response[part])]);
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(said),
  });
}

async function create({ publicKey }, alone) {
  const wanted = { ...publicKey.authenticatorSelection };
  wanted.residentKey = alone ? "required" : "discouraged";
  wanted.requireResidentKey = alone;
  if (alone) wanted.userVerification = "required";
  const user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  return navigator.credentials.create({
    publicKey: {
      ...publicKey,
      user,
      authenticatorSelection: wanted,
      challenge: bytes(publicKey.challenge),
      excludeCredentials: known(publicKey.excludeCredentials),
    },
  });
}

async function get({ publicKey }) {
  const challenge = bytes(publicKey.challenge);
  return navigator.credentials.get({
    publicKey: { ...publicKey, challenge, allowCredentials: known(publicKey.allowCredentials) },
  });
}

async function options(form) {
  if (form.dataset.passkey !== "login") return JSON.parse(document.getElementById("passkey-options").textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.status);
  return (await answer.json()).request_options;
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  const fault = form.querySelector("[data-passkey-fault]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    try {
      const asked = await options(form);
      const alone = form.elements.passwordless?.checked ?? false;
      const credential = form.dataset.passkey === "create" ? await create(asked, alone) : await get(asked);
      form.elements.credential.value = told(credential);
      form.submit();
    } catch {
      fault.hidden = false;
    }
  });
}
