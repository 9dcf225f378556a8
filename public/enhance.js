/*
 * The one script of the reader's pages: text size and theme, remembered; copy link; print. Everything else
 * is links and forms. Controls are in the page, hidden, and appear when this has run. It holds back the first
 * painting (blocking="render"), so that a chosen theme or size never arrives as a flash; it is fetched
 * beside the page and from the cache from then on.
 */
const root = document.documentElement;
const place = 'reading-settings';

function stored() {
  try {
    return JSON.parse(localStorage.getItem(place)) ?? {};
  } catch {
    return {};
  }
}

/** Theme and size stand on the root element, where the style sheet finds them; the defaults leave no trace. */
function apply({ theme, size }) {
  for (const [name, value] of Object.entries({ theme, size })) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
}

apply(stored());
// Another tab chose, or this page came back from the back-forward cache.
addEventListener('storage', () => apply(stored()));
addEventListener('pageshow', (event) => event.persisted && apply(stored()));

/** An open panel closes like a menu: by Escape, or by a click elsewhere. */
function closePanels(except) {
  for (const panel of document.querySelectorAll('details.panel[open]'))
    if (panel !== except) panel.open = false;
}

function enhance() {
  for (const element of document.querySelectorAll('[data-enhanced]')) element.hidden = false;

  const settings = document.querySelector('form.reading-settings');
  for (const [name, value] of Object.entries(stored())) {
    if (settings?.elements[name]) settings.elements[name].value = value;
  }
  settings?.addEventListener('change', () => {
    const chosen = Object.fromEntries(new FormData(settings));
    apply(chosen);
    try {
      if (chosen.theme || chosen.size) localStorage.setItem(place, JSON.stringify(chosen));
      else localStorage.removeItem(place);
    } catch {
      // Storage is forbidden or full: the choice holds for this page.
    }
  });

  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('button[data-does]');
    if (button?.dataset.does === 'print') print();
    if (button?.dataset.does === 'copy') {
      const address = document.querySelector('link[rel=canonical]')?.href ?? location.href;
      const done = await navigator.clipboard.writeText(address).then(
        () => true,
        () => false,
      );
      document.querySelector('.copy-status').textContent = done ? '链接已复制' : '没能复制，请从下面选取网址';
    }
  });

  document.addEventListener('click', ({ target }) => closePanels(target.closest?.('details.panel')));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    const summary = document.activeElement?.closest?.('details.panel[open]')?.querySelector('summary');
    closePanels();
    summary?.focus();
  });
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', enhance);
else enhance();
