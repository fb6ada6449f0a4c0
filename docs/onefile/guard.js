// Nothing leads out of this page. What the page's policy cannot refuse is refused here: to go elsewhere, to open
// another window, to speak to another browser. Only places within the page, files to save and loading anew remain.
"use strict";

(() => {
  const within = (address) => /^(#|blob:)/.test(address) || address.startsWith(`${location.href.split("#")[0]}#`);

  window.navigation?.addEventListener("navigate", (event) => {
    if (!event.hashChange && event.navigationType !== "reload" && !within(event.destination.url)) event.preventDefault();
  });
  for (const kind of ["click", "auxclick"]) {
    document.addEventListener(kind, (event) => {
      const link = event.composedPath().find((node) => node.localName === "a" || node.localName === "area");
      if (link && !within(`${link.href.baseVal ?? link.href}`)) event.preventDefault();
    }, { capture: true });
  }
  for (const name of ["open", "RTCPeerConnection", "webkitRTCPeerConnection"]) {
    if (name in window) Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
  }
})();
