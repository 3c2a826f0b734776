/** Where it is written down how far the fill has come; no setting of the company. */
export const fillKey = "demoFill";
