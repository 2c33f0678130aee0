/* Runs before the first paint, so that a chosen theme does not flash. No choice means what the system says. */
document.documentElement.dataset.theme = localStorage.getItem("rampart.theme") ?? "system";
