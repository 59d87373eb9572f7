/** ringcentral-c2d as a content script, in the bundle that its package has for pages; it notes what it found where the page can see it. */
import RingCentralC2D from "ringcentral-c2d/build/index.js";

const found = [];
const { _observer: observer, _props: props } = new RingCentralC2D().observer;
// The country that ours is set to.
Object.assign(props.matcher._props, { countryCode: "MX" });
const { addMatch } = observer;
observer.addMatch = (match) => {
  if (found.length === 0) performance.mark("c2d");
  found.push(match.dataContext.phoneNumber);
  return addMatch.call(observer, match);
};

addEventListener("c2d-tell", () => performance.mark(`c2d:${found.join(" ")}`));
