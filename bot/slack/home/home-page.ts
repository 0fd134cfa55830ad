/** A person's home page before it is Block Kit: plain text and buttons as opaque ids. */
export interface HomePage {
  title: string;
  /** Under the title, and at the end. */
  notes: string[];
  sections: HomeSection[];
}

export interface HomeSection {
  title: string;
  rows: HomeRow[];
}

export interface HomeRow {
  text: string;
  buttons: HomeButton[];
}

export interface HomeButton {
  id: string;
  label: string;
  style?: 'primary' | 'danger';
  /** Asked before it is pressed; absent: it isn't. */
  confirm?: string;
}
