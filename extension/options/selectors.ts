/** CSS selectors that the browser doesn't take: core judges what can be told without one. */
import type { Fault, Settings } from "../generated/types";
import { isSelector } from "../shared/selector";

/** As core has it. */
const MAX_SELECTOR = 256;

/** The faults of what is left alone on sites, at their paths. */
export const selectorFaults = ({ pages }: Settings): Fault[] =>
  pages.sites.flatMap(({ exclude }, site) =>
    exclude.flatMap((selector, place) =>
      isSelector(selector) ? [] : [faultOf(`pages.sites.${site}.exclude.${place}`, selector)],
    ),
  );

const faultOf = (field: string, got: string): Fault => ({ field, rule: { code: "selector", max: MAX_SELECTOR }, got });
