/** What trainings have in `judgeForThemselves`. */
export const withTrainings = [
  // The two sides of a question about holding a training together, each judged by its organisation.
  'hosting_answerable',
  'hosting_join',
  'hosting_leave',
  'hosting_organization_move',
  'hosting_organization_put_back',
  'hosting_place',
  'hosting_reaches',
  'hosting_subject',
  'hosting_take_out',
  'hosting_text_hide',
  'hosting_text_show',
  'hosting_title',
  'hosting_unasked',
  'hosting_undo',
  'hostings_declined',
  'hostings_told',
  // Whether it is hidden as sensitive, to whoever has its id.
  'offer_is_shown',
  'offer_organization_move',
  'offer_organization_put_back',
];
