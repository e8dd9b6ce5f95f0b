// Light or dark, before the page is first painted: as the reader chose last, else as the system has it.
import {applyTheme} from "./theme/theme.js";

applyTheme();
