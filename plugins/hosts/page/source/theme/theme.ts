// Which theme holds. The choice is kept in the browser; where that is forbidden, it holds for the visit.

export const choices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof choices)[number];

const key = "confer.theme";

export function themeChoice(): ThemeChoice {
    const made = document.documentElement.dataset.themeChoice ?? stored();
    return choices.find((choice) => choice === made) ?? "system";
}

export function chooseTheme(choice: ThemeChoice): void {
    document.documentElement.dataset.themeChoice = choice;
    try {
        localStorage.setItem(key, choice);
    } catch {
        // See above.
    }
    applyTheme();
}

/** Sets the theme, and tells those who draw with colours of their own. */
export function applyTheme(): void {
    const choice = themeChoice();
    const dark = choice === "dark" || (choice === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    document.dispatchEvent(new Event("themechange"));
}

export function isDark(): boolean {
    return document.documentElement.dataset.theme === "dark";
}

function stored(): string | null {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}
