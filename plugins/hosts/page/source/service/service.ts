// The server's API, as promises. Everything that goes wrong is an Unanswered with a sentence for the reader.
import type {Answer, Completion, Neighbourhood, Problem, Schema} from "./contract.js";

export class Unanswered extends Error {
    constructor(
        readonly problem: Problem,
        readonly status: number, // 0: no server was reached
        readonly retryAfter: number | null = null, // seconds
    ) {
        super(problem.message);
    }
}

// Addresses are relative to the page's own.
export class Service {
    queryAddress(q: string, format: string): string {
        return addressOf("api/query", {q, format});
    }

    ask(q: string, signal?: AbortSignal): Promise<Answer> {
        return this.json(addressOf("api/query", {q, format: "json", graph: true}), signal);
    }

    schema(): Promise<Schema> {
        return this.json("api/schema");
    }

    complete(q: string, at: number, signal?: AbortSignal): Promise<Completion> {
        return this.json(addressOf("api/complete", {q, at}), signal);
    }

    node(id: string): Promise<Neighbourhood> {
        return this.json(`api/node/${encodeURIComponent(id)}`);
    }

    async text(q: string, format: string): Promise<string> {
        return (await this.fetched(this.queryAddress(q, format))).text();
    }

    private async json<T>(address: string, signal?: AbortSignal): Promise<T> {
        return (await this.fetched(address, signal)).json() as Promise<T>;
    }

    private async fetched(address: string, signal?: AbortSignal): Promise<Response> {
        let response: Response;
        try {
            response = await fetch(address, {signal: signal ?? null});
        } catch (error) {
            if (signal?.aborted) throw error;
            throw new Unanswered({message: "The server can’t be reached.", hints: ["Try again in a moment."]}, 0);
        }
        if (response.ok) return response;
        throw new Unanswered(await problemOf(response), response.status, waitOf(response));
    }
}

function addressOf(path: string, parameters: Record<string, string | number | boolean>): string {
    return `${path}?${new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]))}`;
}

function waitOf(response: Response): number | null {
    const seconds = Number(response.headers.get("Retry-After") ?? NaN);
    return Number.isFinite(seconds) ? seconds : null;
}

async function problemOf(response: Response): Promise<Problem> {
    try {
        const {error} = (await response.json()) as {error: Partial<Problem>};
        return {...error, message: error.message ?? response.statusText, hints: error.hints ?? []};
    } catch {
        return {message: `The server answered ${response.status} ${response.statusText}.`, hints: []};
    }
}
