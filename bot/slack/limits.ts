/** Slack's limits (Block Kit and views reference); the types don't check them. In characters and pieces. */
export const MESSAGE_BLOCKS_MAX = 50;
/** A modal and the home tab. */
export const VIEW_BLOCKS_MAX = 100;
export const HEADER_MAX = 150;
export const SECTION_MAX = 3_000;
export const CONTEXT_ELEMENTS_MAX = 10;
export const BUTTON_LABEL_MAX = 75;
/** Of one actions block. */
export const ACTIONS_ELEMENTS_MAX = 25;
export const CONFIRM_TEXT_MAX = 300;
export const MODAL_TITLE_MAX = 24;
export const INPUT_VALUE_MAX = 3_000;
export const METADATA_MAX = 3_000;
/** Of a menu that is asked for its options. */
export const OPTIONS_MAX = 100;
export const OPTION_LABEL_MAX = 75;
/** Beyond some size that Slack doesn't print it answers msg_blocks_too_long; so much is taken. */
export const TEXT_IN_ALL_MAX = 12_000;
