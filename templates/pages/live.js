"use strict";

// Behind a live page is a server that reads specs again when they change: then the page is loaded again, unless its
// user has typed into it.
(() => {
  const { live, top } = document.querySelector(".search")?.dataset ?? {};
  if (!live) return;
  let known = null;
  let typed = false;
  document.getElementById("console-form")?.addEventListener("input", () => { typed = true; });
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const { version } = await (await fetch(`${top}api/version`)).json();
      known ??= version;
      if (version !== known && !typed) location.reload();
    } catch {
      // The server is gone; it may come back.
    }
  }, 1500);
})();
