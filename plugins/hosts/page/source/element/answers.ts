// What was asked, once for all elements of a page: the same question is sent once, however many ask it.

const patience = 10_000; // milliseconds until a server that doesn't answer counts as away

/** The server can't answer now; the same question may be answered later. */
export class Away extends Error {}

/** The question can't be answered: the message tells why. */
export class Refused extends Error {
    constructor(
        message: string,
        readonly hints: string[],
    ) {
        super(message);
    }
}

export interface Reply {
    text: string;
    version: string | null;
    at: Date;
}

const replies = new Map<string, Promise<Reply>>();

export function replyTo(address: string): Promise<Reply> {
    const known = replies.get(address);
    if (known !== undefined) return known;
    const reply = fetchReply(address);
    replies.set(address, reply);
    reply.catch((error: unknown) => {
        if (error instanceof Away) replies.delete(address); // so that it may be tried again
    });
    return reply;
}

async function fetchReply(address: string): Promise<Reply> {
    let response: Response;
    let text: string;
    try {
        response = await fetch(address, {signal: AbortSignal.timeout(patience), credentials: "omit", headers: {Accept: "application/json, image/svg+xml"}});
        text = await response.text();
    } catch {
        throw new Away("the server can’t be reached");
    }
    if (response.ok) return {text, version: response.headers.get("X-Confer-Graph"), at: new Date()};
    if (response.status >= 500 || response.status === 429 || response.status === 408) throw new Away(`the server answered ${response.status}`);
    throw refusal(text, response.status);
}

function refusal(text: string, status: number): Refused {
    try {
        const {error} = JSON.parse(text) as {error: {message: string; hints?: string[]}};
        return new Refused(error.message, error.hints ?? []);
    } catch {
        return new Refused(`the server answered ${status}`, []);
    }
}
