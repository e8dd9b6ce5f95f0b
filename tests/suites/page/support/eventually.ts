// What a page does takes its time: what is looked at is looked at again until it is as it should be.
import {setTimeout} from "node:timers/promises";

/** Repeats `check` until it throws nothing; throws what it threw last when half a minute has passed. */
export async function eventually(check: () => Promise<void>): Promise<void> {
    for (const end = Date.now() + 30_000; ; await setTimeout(50)) {
        try {
            return await check();
        } catch (error) {
            if (Date.now() > end) throw error;
        }
    }
}
