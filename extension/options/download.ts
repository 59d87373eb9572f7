/** Gives the agent a file. */
export function download(name: string, contents: string, type = "application/json"): void {
  const file = new Blob([contents], { type });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
