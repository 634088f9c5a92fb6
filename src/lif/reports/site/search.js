"use strict";

// PLACES stands before this: [name, kind, path, other names] of every page, by name.
(() => {
  const most = 50;
  const box = document.getElementById("search--words");
  const found = document.getElementById("search--found");
  const count = document.getElementById("search--count");
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const places = PLACES.map(([name, kind, path, also]) => ({
    name, kind, path, start: plain(name), words: plain(`${name} ${kind} ${also}`),
  }));

  const rank = (place, asked) => (place.start.startsWith(asked) ? 0 : place.start.includes(asked) ? 1 : 2);

  function entry(place) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const kind = document.createElement("span");
    link.href = place.path;
    link.textContent = place.name;
    kind.className = "quiet";
    kind.textContent = place.kind;
    item.append(link, " ", kind);
    return item;
  }

  function look() {
    const asked = plain(box.value).trim().replace(/\s+/g, " ");
    const words = asked.split(" ").filter(Boolean);
    const hits = words.length ? places.filter((place) => words.every((word) => place.words.includes(word))) : [];
    hits.sort((one, other) => rank(one, asked) - rank(other, asked));
    found.replaceChildren(...hits.slice(0, most).map(entry));
    const many = `${hits.length} ${hits.length === 1 ? "page" : "pages"}`;
    count.textContent = !words.length ? "" : hits.length > most ? `${many}; the first ${most} are shown` : many;
  }

  document.getElementById("search--form").hidden = false;
  box.addEventListener("input", look);
  window.addEventListener("pageshow", look);
})();
