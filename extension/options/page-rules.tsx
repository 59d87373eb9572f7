/** What holds on the pages of all sites: which links call, and whether numbers in code do. */
import type { JSX } from "preact";
import type { LinkCalls, PageSettings } from "../generated/types";
import { ChoiceSelect } from "../shared/choice-select";
import { text, type TextKey } from "../shared/i18n";
import { Choice, Field } from "../shared/ui";
import { Managed } from "./managed";

const LINKS: Record<LinkCalls, TextKey> = { all: "links_all", telephone: "links_telephone", none: "links_none" };

interface Props {
  pages: PageSettings;
  change: (changed: Partial<PageSettings>) => void;
}

export function PageRules({ pages, change }: Props): JSX.Element {
  return (
    <>
      <h3>{text("page_rules")}</h3>
      <div class="columns pairs">
        <Managed path="pages.links">
          <Field label={text("links_label")} hint={text("links_hint")} faults={[]}>
            {(input) => (
              <ChoiceSelect
                {...input}
                name="links"
                of={LINKS}
                value={pages.links}
                onChoose={(links) => change({ links })}
              />
            )}
          </Field>
        </Managed>
        <Managed path="pages.in_code">
          <Choice
            name="in_code"
            checked={pages.in_code}
            hint={text("in_code_hint")}
            onCheck={(in_code) => change({ in_code })}
          >
            {text("in_code_label")}
          </Choice>
        </Managed>
      </div>
    </>
  );
}
