/** Whether this computer is one that several people use. */
export const isShared = () => document.documentElement.hasAttribute("data-shared");
