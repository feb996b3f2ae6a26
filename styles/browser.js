// The keys go to the desk at once, without a click on it, and again when the window comes back.
"use strict";
const type = () => document.querySelector(".xterm-helper-textarea")?.focus();
addEventListener("load", () => setTimeout(type));
addEventListener("focus", type);
