/** One message in, one answer out: the sender is checked before anything else, and no failure goes unanswered. */
import type { Answer, Message, MessageType, Request } from "../shared/messages";
import { handlers } from "./handlers";
import { identify, type Sender } from "./senders";
import { type Held, readHeld } from "./set-up";

export async function answer(message: unknown, from: chrome.runtime.MessageSender): Promise<Answer> {
  try {
    // Read once for one message: a call waits for it.
    let reading: Promise<Held> | undefined;
    const held = (): Promise<Held> => (reading ??= readHeld());
    const sender = await identify(from, held);
    if (!isMessage(message)) return refuse("unknown message");
    return await serve(message.type, message, sender, held);
  } catch (error) {
    // Only the kind of an error crosses: its text could quote what it stumbled over.
    return refuse(error instanceof Error ? error.name : "failure");
  }
}

async function serve<T extends MessageType>(
  type: T,
  request: Request<T>,
  sender: Sender,
  held: () => Promise<Held>,
): Promise<Answer> {
  const handler = handlers[type];
  if (!handler.from.includes(sender.kind)) return refuse("not from here");
  return { ok: true, reply: await handler.handle(request, sender, held) };
}

function isMessage(message: unknown): message is Message {
  const type = (message as { type?: unknown } | null)?.type;
  return typeof type === "string" && Object.hasOwn(handlers, type);
}

const refuse = (error: string): Answer => ({ ok: false, error });
