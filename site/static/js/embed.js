// A card says what would be loaded, and from whom; its button replaces it by the frame. Without this script the
// card's link leads to the place itself.
for (const card of document.querySelectorAll("[data-embed]")) {
  const button = card.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.className = "embed__frame";
    frame.src = card.dataset.embed;
    frame.title = card.dataset.title;
    frame.allow = "fullscreen; picture-in-picture; encrypted-media";
    frame.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    for (const part of card.querySelectorAll("picture, .embed__card")) part.remove();
    card.prepend(frame);
    frame.focus();
  });
}
