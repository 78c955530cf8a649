#pragma once

#include "base/length.h"

namespace forme {

// What page make-up pays for, term by term. One scale holds for all of it: 150 is what a jump
// costs, which a chief sub puts up with when the page is better for it; 20 is what nobody but a sub
// sees; from 1000 up is what no page should show.
//
// The weights and knobs of a run stand in SettingContext. Their defaults are the house's; a tool
// that asks what a term brings sets it to nothing.
struct Weights {
  // ---- white space, which costs little while a reader takes it for the end of a story
  // Times (free rows ÷ tolerance)², in column rows. Square, so that two stories a little loose are
  // better than one that is short.
  double slack = 40;
  // Of the copy's rows, and rows in each leg: the larger is the tolerance, and at least
  // `slack_least` rows. A long story hides more white than a short one, many legs more than one.
  double slack_tolerance = 0.03;
  double slack_leg = 0.6;
  double slack_least = 1.5;
  // Tolerances up to which the square holds. Beyond that a hole is a hole, and grows row by row.
  double slack_bend = 4;
  // Each free column row beyond the bend.
  double hole_row = 14;
  // Each column row of a region that holds nothing: as the same hole under a story. A filler or a
  // house advert may still stop it, but under the story a quote might have.
  double empty_row = 14;
  // Each row of copy that paragraphs set a line shorter must save: nobody sees one of them, many
  // make a dark leg.
  double shortened_row = 8;
  // Rows under a listing that count as one tolerance: its body is one block over the full width.
  double listing_tolerance = 4;

  // ---- headlines
  // Each row that a headline's step is off the one that priority and span ask for.
  double headline_step = 30;
  // How many times that, each row that the splash's is smaller: it makes the page a front.
  double splash_headline = 2;
  // Each row that it is so large that it shouts: as dear as ten rows of a hole, which it may stop.
  double loud_headline = 100;
  // Each line over what the span allows, times its rows ÷ 2: it pushes the copy down.
  double headline_line = 45;
  // Times the part of its measure that a line lacks of `headline_full`: a hole in display type.
  double headline_empty = 260;
  // Of the measure, what a line of a headline should fill.
  double headline_full = 0.7;
  // A headline with a line under `headline_full` where another step fills them all: more than any
  // difference in step, so that the full one is taken.
  double headline_not_full = 350;
  // Of `headline_empty`, what a feature's one display line pays: white beside it is part of the
  // look.
  double feature_line = 0.5;
  // The short form: it says less. Little, since the editor wrote it to be used.
  double short_headline = 12;
  // The long form over a turn where there is a short one: it only helps to find the place.
  double long_turn = 20;
  // A line wider than its measure: dearer than any hole, but a page can still be shown.
  double headline_overfull = 900;
  // Two headlines of one size that begin side by side: a reader takes them for one.
  double tombstone = 120;
  // Each row that a headline is larger than one above it or left of it that matters more: sizes
  // tell the reader what is important.
  double larger_below = 50;

  // ---- pictures
  // Times (part cut away ÷ part that may be cut away)².
  double crop = 80;
  // Each column off the span that story and picture ask for.
  double picture_span = 14;
  // Times (columns off what the editor asks)², of a picture of a gallery: one column off is less
  // than a crop to the limit, two are as dear as a tombstone.
  double asked_span = 30;
  // A lead whose picture is under `dominant_columns` wide, on a page of five columns or more: every
  // page wants one dominant picture, and a lead is where the reader looks for it.
  double no_dominant = 160;
  int dominant_columns = 3;
  // Fewer than kLeastLeg rows of copy under a picture: they read as a caption.
  double under_picture = 60;
  // Times the part of the way from the pixels per inch that the press asks for to the fewest that
  // it takes: what is soft in print.
  double coarse_picture = 60;
  // Fewer than it takes: the press sends the page back. And times the part that it lacks of them:
  // where no span has enough, the smallest does least harm.
  double refused_picture = 1500, refused_lack = 400;
  // A drawing so small that its letters are under `kLeastLettering`: who cannot read it has white.
  double illegible_drawing = 1500;
  // A picture that none of its spans hold, taken as it comes.
  double forced_picture = 60;

  // ---- the story's shape
  // Times columns off the ideal span ÷ ideal span. The splash carries its page: beside two others
  // of its width it is one of three.
  double span = 25, splash_span = 100;
  // The same of a listing: in one column its rows wrap, over the whole page an eye loses them.
  double listing_span = 75;
  // A leg that by arithmetic comes out under kLeastLeg rows. Real legs come out shorter still, so
  // it is far dearer than white.
  double short_leg = 400;
  // A dog-leg: its legs end at two heights, and a reader must find the way round an advert.
  double dog_leg = 80;
  // Legs deeper than `most_leg` rows: an eye loses its line in them.
  double long_leg = 30;
  int most_leg = 70;
  // A jump that the editor did not ask for: half of the readers do not turn.
  double jump = 150;
  // A sentence that is lifted out of the copy as a pull quote to fill room: better than white, but
  // nobody chose it.
  double lifted_quote = 60;

  // ---- what is amiss in the legs as they really fall: as dear as some rows of a column left
  // white, so that a page is made another way for it, but never given a hole. A leg under kLeastLeg
  // rows: about as much as a hundred rows.
  double real_short_leg = 1500;
  // A leg whose foot is not level with those beside it: about as much as seventy rows.
  double uneven_foot = 1000;
  // Each row that it stops short.
  double uneven_row = 100;

  // ---- columns of news in brief
  // Each column row that stands between its nibs and not at its foot, where it costs as under a
  // story: nobody but a sub sees it.
  double nib_spread = 3;
  // Each nib that finds no room in it and goes elsewhere.
  double nib_left_out = 15;
  // Each column over one: a column of nibs is a column.
  double nib_span = 12;
  // A column of one: its heading promises several. Dearer than two tombstones, so that exchanges
  // leave none for a little white.
  double nib_alone = 300;

  // ---- panels and calls to action
  // Each row of tint under a panel's copy.
  double panel_row = 6;
  // Each column off the two that a panel asks for.
  double panel_span = 10;
  // Each row that a call is deeper or shallower than the art direction draws it.
  double call_row = 8;
  // Each column that it lacks of the page's width: it is drawn to close a page.
  double call_column = 150;
  // A call that becomes a panel: it loses the white card of its code, which is what it is for.
  double call_as_panel = 400;

  // ---- late news
  // A rectangle that is not as in the earlier plan: as dear as a jump, since the editor has seen
  // the page and may have sold it.
  double moved = 150;
};

// What a made-up page pays when it is judged as it stands, its legs as they fell: page_cost.h. The
// solver looks for pages by Weights, which must guess at some of this and have more to tell much
// alike pages apart; by these a page that anybody made can be held beside it. Where a story stands
// because the editor said so, it pays like any other.
struct JudgedWeights {
  // Times (white rows ÷ tolerance)², as Weights::slack, up to `slack_bend` tolerances; rows beyond
  // are unfilled, which is forbidden and not weighed. What is white below a story counts, whether
  // it stands in the story's rectangle or under it: a reader sees no rectangles.
  double slack = 40, slack_bend = 4;
  // Of the rows of copy, but at least so many rows in each leg, and `slack_least` in all.
  double slack_tolerance = 0.03, slack_leg = 0.6, slack_least = 1.5;
  // A jump that the editor did not ask for, and that much more if its rest would have found room on
  // the page in place of lesser stories and white.
  double jump = 150, avoidable_jump = 100;
  // Times (part cut away ÷ part that may be)², of each picture.
  double crop = 80;
  // Each step that a story's headline is larger than the smallest of those that matter more.
  double larger_headline = 50;
  // Each priority between a story and the most important that it stands above.
  double lesser_above = 60;
  // Two headlines of one size side by side.
  double tombstone = 120;
  // A sentence that is lifted out of the copy as a pull quote to fill room.
  double lifted_quote = 60;
  // A leg under kLeastLeg rows where a story has several; one deeper than `most_leg` rows.
  double short_leg = 200, long_leg = 30;
  int most_leg = 70;
  // A foot that is not level with those beside it: as much as a first pull quote that fills a hole,
  // which would have levelled it.
  double uneven_foot = 60;
  // Times columns off the ideal span ÷ ideal span.
  double span = 25;
  // A page without a picture that is at least `dominant_span` of its columns wide and
  // `dominant_lead` times as large as the next. A page most of which is booked need have none.
  double no_dominant = 80, dominant_span = 0.5, dominant_lead = 1.5;
  // A headline or a picture that touches an advert: a reader takes one for a part of the other.
  double touches_advert = 40;
  // A leg that runs `grey_mm` with nothing to rest the eye: no picture, panel, quote, table or
  // crosshead. As much as an uneven foot: a crosshead would have cured it.
  double grey_leg = 60, grey_mm = 300;
  // Times the part of its measure that a headline's line lacks of `headline_full`.
  double thin_headline = 260, headline_full = 0.7;
  // Times how far the centre of weight of headlines, pictures and adverts lies beyond `balanced` of
  // the way from the middle to the page's edge: such a page tips over.
  double one_sided = 60, balanced = 0.25;
  // A story that no page has, times its importance: 5 of priority 1, 1 of priority 5 and of a nib.
  double left_out = 200;
};

// What costs inside one story when its copy is broken into legs, on the same scale. The breaker
// weighs these millions of times: they are constants.
struct LegWeights {
  // A foot that is not level with those beside it, and times (rows off)². Much less than in
  // Weights: here it only chooses among breaks of one rectangle.
  double uneven_foot = 40, uneven_row = 16;
  // Times (rows)² that the last leg is shorter than the others: it may be, but not by much.
  double last_row = 6;
  // A leg under kLeastLeg rows: anything else that fits is better.
  double short_leg = 20'000;
  // A row more before a block, or on top of a leg, where a sub would add it: dearer than one free
  // row at a foot, cheaper than the second.
  double opened_space = 30;
  // A break that leaves just the lines that must stay together: allowed, not sought.
  double split_few = 2;
  // A row left free beside what stands into the leg.
  double row_beside = 6;
  // Each block that a float slips behind: it drifts away from what it belongs to.
  double float_slip = 1.5;
  // A paragraph a line longer or shorter than its optimum. Shorter is dearer: tight lines show
  // first.
  double longer_paragraph = 4, shorter_paragraph = 6;
  // A row that no copy stands in: dearer than a longer paragraph whose spaces nobody sees, so that
  // these take up what is free.
  double free_row = 10;
  // Times what the loosest line of such a paragraph has over `unseen_space`, in the face's word
  // spaces: up to that a reader does not see it.
  double loose_space = 18, unseen_space = 1.5;
};
inline constexpr LegWeights kLegWeights;

// The smallest letters of a drawing that are read in newsprint. Those of a picture in pixels are
// not known.
inline constexpr Length kLeastLettering = 6_pt;

// What make-up may vary to fill a page. All are on; an ablation turns them off one at a time.
struct Knobs {
  bool headline_steps = true;   // sizes beside the one that priority and span ask for
  bool short_headlines = true;  // the short form where the article has one
  bool picture_spans = true;    // spans beside the one that the story asks for
  bool picture_crops = true;    // depths beside the picture's own
  bool looseness = true;        // paragraphs a line longer or shorter
  bool opened_spaces = true;    // a row more before a crosshead or a box, or under a byline
  bool jumps = true;            // stories that turn to another page
  bool dog_legs = true;         // stories that go on beside adverts
  bool lifted_quotes = true;    // sentences set again as pull quotes, where copy is short
  bool fillers = true;          // filler articles in holes
  bool exchanges = true;        // stories that change pages for those with much white
  bool house_adverts = true;    // house adverts in holes
  bool levelling = true;        // pages made again for the sake of their legs
  bool looks = true;            // pages chosen, among those, by what they look like as a whole
  bool fillings = true;         // other ways to spread copy over pages when some is left over
};

}  // namespace forme
