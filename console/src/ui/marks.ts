// Places on the page that a key jumps to or presses.

/** Focus the panel marked `data-panel`, or the first thing in it that can be used. */
export function focusPanel(name: string): boolean {
  const panel = document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(name)}"]`);
  const inside = panel?.querySelector<HTMLElement>("button:not(:disabled), select, input, textarea, [tabindex]");
  const found = panel?.matches("button:not(:disabled), [tabindex]") ? panel : (inside ?? null);
  found?.focus();
  return found !== null;
}

/** Press the button marked `data-press`, the topmost one first. */
export function press(name: string): void {
  const all = [...document.querySelectorAll<HTMLButtonElement>(`[data-press="${CSS.escape(name)}"]`)];
  const open = all.filter((each) => !each.disabled && each.offsetParent !== null);
  (open.find((each) => each.closest("dialog[data-first]")) ?? open.find((each) => each.closest("dialog")) ?? open[0])?.click();
}
