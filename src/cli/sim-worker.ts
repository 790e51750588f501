/** Entry of the simulation worker on the command line. */
export {};
