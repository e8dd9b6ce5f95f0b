// Small panels beside what opened them: closed by Escape or a click elsewhere (the browser sees to both).

/** Shows `panel` next to `anchor`, within the window; gives the focus back when it closes. */
export function showBeside(panel: HTMLElement, anchor: HTMLElement): void {
    if (!panel.isConnected) (anchor.closest("section") ?? document.body).append(panel);
    panel.showPopover();
    const box = anchor.getBoundingClientRect();
    const room = 8;
    const width = panel.offsetWidth;
    const height = panel.offsetHeight;
    const left = Math.min(box.left, document.body.getBoundingClientRect().right - width - room);
    const below = box.bottom + 6;
    const top = below + height + room <= window.innerHeight ? below : Math.max(room, box.top - height - 6);
    panel.style.left = `${Math.max(room, left)}px`;
    panel.style.top = `${top}px`;
}
