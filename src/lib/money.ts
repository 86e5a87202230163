/** US dollars in whole cents: the only form in which money is added, compared or stored here. */
export type Cents = number;
