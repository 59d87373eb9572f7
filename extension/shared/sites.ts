/** Sites as the settings hold them: by their origins, as core and browsers write them. */

/** The site that an address leads to; null for one that core would fault. */
export function originOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  // A `*` in the host would be a pattern of many sites, and the browser would ask the agent for all of them.
  return url && /^https?:$/.test(url.protocol) && !url.hostname.includes("*") ? url.origin : null;
}

/** The match pattern of a site for the browser's permission and registration, every port of its host. */
export function portless(site: string): string {
  const url = new URL(originOf(site) ?? "http://invalid.");
  return `${url.protocol}//${url.hostname}/*`;
}
