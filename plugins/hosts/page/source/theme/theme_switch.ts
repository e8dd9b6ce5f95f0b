// Light, dark, or as the system has it.
import {el} from "../base/element.js";
import {applyTheme, choices, chooseTheme, themeChoice, type ThemeChoice} from "./theme.js";

const names: Record<ThemeChoice, string> = {system: "Auto", light: "Light", dark: "Dark"};

export function themeSwitch(): HTMLElement {
    const now = themeChoice();
    const select = el(
        "select",
        {"aria-label": "Colours", onchange: () => chooseTheme(select.value as ThemeChoice)},
        ...choices.map((choice) => el("option", {value: choice, selected: choice === now}, names[choice])),
    );
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
    return el("span", {class: "theme"}, el("span", {"aria-hidden": "true"}, "◐"), select);
}
