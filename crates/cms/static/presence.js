// Says every twenty seconds that the form of an item is open, and shows who else has it open.
// Only while there is somebody at the keyboard: a form that was left open must neither keep its
// editor's session alive nor keep her name beside the item.
(() => {
  const place = document.querySelector("[data-presence]");
  if (!place) return;
  const EVERY = 20_000;
  const AWAY = 5 * 60_000;
  const page = Math.random().toString(36).slice(2) + Date.now().toString(36);
  const body = () => new URLSearchParams({ page });
  let active = Date.now();
  let gone = false;

  const arrive = async () => {
    if (gone || Date.now() - active > AWAY) return;
    try {
      const answer = await fetch(place.dataset.presence, { method: "POST", body: body(), headers: { Accept: "text/html" }, redirect: "manual" });
      if (!answer.ok || gone) return;
      const others = (await answer.text()).trim();
      // Only what has changed is read out.
      const names = others.replace(/<[^>]*>/g, "").replace(/·[^·]*$/gm, "");
      if (place.dataset.names !== names) place.innerHTML = others;
      else place.querySelectorAll("time").forEach((time, at) => {
        const fresh = new DOMParser().parseFromString(others, "text/html").querySelectorAll("time")[at];
        if (fresh) time.textContent = fresh.textContent;
      });
      place.dataset.names = names;
    } catch {
      // The next time will do.
    }
  };
  const leave = () => {
    gone = true;
    navigator.sendBeacon(`${place.dataset.presence}/left`, body());
  };

  for (const sign of ["pointermove", "pointerdown", "keydown", "input", "scroll"])
    addEventListener(sign, () => {
      const was = active;
      active = Date.now();
      if (active - was > AWAY) arrive();
    }, { passive: true });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    gone = false;
    arrive();
  });
  setInterval(arrive, EVERY);
  arrive();
})();
