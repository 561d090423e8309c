/**
 * Shows the window that a template holds, above the page and alone in reach.
 *
 * @param {HTMLTemplateElement} template
 * @returns {HTMLDialogElement}
 */
export function openWindow(template) {
  const content = /** @type {DocumentFragment} */ (
    template.content.cloneNode(true)
  );
  const dialog = content.querySelector("dialog");
  if (!dialog) throw new Error("the template holds no dialog");
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  return dialog;
}
