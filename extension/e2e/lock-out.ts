/** Leaves a database of a later version than ours, as a profile may after going back to an earlier one. */
export async function lockOut(): Promise<void> {
  await new Promise((resolve) => (indexedDB.deleteDatabase("click-to-call").onsuccess = resolve));
  const opening = indexedDB.open("click-to-call", 99);
  await new Promise((resolve) => (opening.onsuccess = resolve));
  opening.result.close();
}
