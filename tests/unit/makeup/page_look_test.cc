#include "makeup/page_look.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

constexpr int kColumns = 6, kRows = 100;

// A page whose leaves stand where a test puts them.
class PageLook : public testing::Test {
 protected:
  PageLook() { work_.room.area = {0, 0, kColumns, kRows}; }

  void advert(GridRect box) {
    PlanLeaf& leaf = work_.room.booked.emplace_back();
    leaf.kind = LeafKind::Advert, leaf.box = box;
  }
  void story(GridRect box, int step, int picture_columns = 0, int picture_rows = 0) {
    LeafVariant v;
    v.headline_rows = step, v.headline_lines = 1;
    v.picture_columns = picture_columns, v.picture_rows = picture_rows;
    page_.placed.push_back({candidates_.size(), box, v, 10});
    candidates_.emplace_back();
  }
  // As deep as the page, with a picture that no other rivals.
  void page_with_picture() { story({0, 0, kColumns, 40}, 9, 4, 24); }
  double cost() const { return look_cost(work_, candidates_, page_); }

 private:
  PageWork work_;
  std::vector<PageCandidate> candidates_;
  PageSolution page_;
};

TEST_F(PageLook, CostsNothingWhereNothingIsAmiss) {
  page_with_picture();
  story({0, 42, 3, 58}, 4);
  story({3, 42, 3, 58}, 3);
  EXPECT_EQ(cost(), 0);
}

TEST_F(PageLook, WantsADominantPicture) {
  story({0, 0, kColumns, 100}, 9);
  EXPECT_EQ(cost(), 80);
}

TEST_F(PageLook, AsksNoPictureOfAPageThatIsMostlyBooked) {
  advert({0, 40, kColumns, 60});
  story({0, 0, kColumns, 38}, 9);
  EXPECT_EQ(cost(), 0);
}

TEST_F(PageLook, KeepsHeadlinesAndPicturesFromAdverts) {
  page_with_picture();
  advert({0, 42, 2, 58});
  story({2, 42, 4, 58}, 4);
  EXPECT_EQ(cost(), 40);  // the headline
}

TEST_F(PageLook, APictureThatTouchesAnAdvertPaysToo) {
  page_with_picture();
  advert({0, 50, 2, 50});
  story({2, 42, 4, 58}, 4, 4, 10);
  EXPECT_EQ(cost(), 40);
}

TEST_F(PageLook, TombstonesThatNoCutPutSideBySide) {
  page_with_picture();
  story({0, 42, 3, 20}, 4);
  story({3, 42, 3, 20}, 3);
  // Under each of them, from one row on.
  story({0, 64, 3, 36}, 2);
  story({3, 64, 3, 36}, 2);
  EXPECT_EQ(cost(), 120);
}

TEST_F(PageLook, ThoseThatACutPutSideBySideArePaidAlready) {
  page_with_picture();
  story({0, 42, 3, 58}, 4);
  story({3, 42, 3, 58}, 4);
  EXPECT_EQ(cost(), 0);
}

TEST_F(PageLook, AHeadlineThatIsLargerThanOneAboveItPaysByTheRow) {
  page_with_picture();
  story({0, 42, 3, 20}, 2);
  story({3, 42, 3, 58}, 3);
  story({0, 64, 3, 36}, 5);
  EXPECT_EQ(cost(), 90);
}

TEST_F(PageLook, ASecondHeadlineAsLargeAsTheLargestPays) {
  page_with_picture();
  story({0, 42, 3, 20}, 2);
  story({3, 42, 3, 58}, 9);
  EXPECT_EQ(cost(), 50 + 20);  // it stands straight under the other as well
}

// Two listings side by side are no tombstone: their rules and columns tell them apart.
TEST(ItemOf, TheHeadingOfAListingIsNoHeadline) {
  ShapeTable shapes(1, 10);
  shapes.at(1, 10).variant.headline_rows = 2;
  PageCandidate candidate;
  EXPECT_EQ(item_of(candidate, shapes).heads_at(1, 10).left, 2);
  candidate.kind = LeafKind::Listing;
  EXPECT_EQ(item_of(candidate, shapes).heads_at(1, 10).left, 0);
}

}  // namespace
}  // namespace forme
