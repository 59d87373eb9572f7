/** Users and campaigns, put together to members. */
import type { QueueMember } from "../generated/types";

export type Person = Pick<QueueMember, "agent" | "extension">;
/** On what terms members join. */
export type Terms = Pick<QueueMember, "penalty" | "paused">;

/** Every user in every campaign. */
export const matrix = (people: Person[], campaigns: string[], { penalty, paused }: Terms): QueueMember[] =>
  people.flatMap(({ agent, extension }) =>
    campaigns.map((campaign) => ({ agent, extension, campaign, penalty, paused })),
  );

/** What tells one pair of user and campaign from another. */
export const pairOf = ({ agent, campaign }: Pick<QueueMember, "agent" | "campaign">): string =>
  JSON.stringify([agent, campaign]);
