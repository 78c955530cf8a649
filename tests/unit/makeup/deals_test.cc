#include "makeup/deals.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

DealTask pages(int count, double rows) {
  DealTask task;
  task.room.assign(static_cast<std::size_t>(count), rows);
  task.one = task.room;
  task.columns = 3;
  task.begun = 45, task.turned = 45;
  return task;
}

void add(DealTask& task, double rows, int home = -1) {
  DealItem item;
  item.least = item.rows = rows;
  item.holds.assign(task.room.size(), true);
  item.begins.assign(task.room.size(), false);
  item.turns.assign(task.room.size(), true);
  item.home = home;
  task.items.push_back(std::move(item));
}

// By page, the rows that it is given.
std::vector<double> rows_given(const DealTask& task, const Deal& deal) {
  std::vector<double> rows(task.room.size());
  for (std::size_t i = 0; i < task.items.size(); ++i) {
    if (deal.shares[i].page >= 0)
      rows[static_cast<std::size_t>(deal.shares[i].page)] += task.items[i].rows;
  }
  return rows;
}

TEST(Deals, NoPageIsGivenMoreThanItHolds) {
  DealTask task = pages(2, 100);
  for (const double rows : {60, 50, 40, 30}) add(task, rows);
  const std::vector<Deal> deals = best_deals(task, 100);
  ASSERT_FALSE(deals.empty());
  for (const Deal& deal : deals) {
    for (const double rows : rows_given(task, deal)) EXPECT_LE(rows, 100);
  }
}

TEST(Deals, ThePagesAreFilledAlikeFirst) {
  DealTask task = pages(2, 100);
  for (const double rows : {60, 50, 40, 30}) add(task, rows);
  EXPECT_EQ(rows_given(task, best_deals(task, 1)[0])[0], 90);
}

TEST(Deals, OfDealsAsGoodTheOneThatMovesNothingComesFirst) {
  DealTask task = pages(2, 100);
  add(task, 50, 1);
  add(task, 50, 0);
  const std::vector<Deal> deals = best_deals(task, 10);
  EXPECT_EQ(deals[0].shares, (std::vector<Share>{{1, -1}, {0, -1}}));
  EXPECT_LT(deals[0].cost, deals[1].cost);
}

TEST(Deals, WhatFitsNoPageAloneMayJumpToALaterOne) {
  DealTask task = pages(2, 100);
  add(task, 60, 1);
  add(task, 140);
  EXPECT_TRUE(best_deals(task, 10).empty());
  task.items[1].holds = {false, false};
  task.items[1].begins = {true, true};
  task.room[1] = task.one[1] = 130;
  const std::vector<Deal> deals = best_deals(task, 10);
  ASSERT_FALSE(deals.empty());
  for (const Deal& deal : deals) EXPECT_EQ(deal.shares[1], (Share{0, 1}));
}

TEST(Deals, WhatTurnsNeedsOneRectangle) {
  DealTask task = pages(2, 100);
  add(task, 140);
  task.items[0].holds = {false, false};
  task.items[0].begins = {true, true};
  EXPECT_EQ(best_deals(task, 10).size(), 1U);
  task.one[1] = 50;  // 140 and a head less 100 go on
  EXPECT_TRUE(best_deals(task, 10).empty());
}

TEST(Deals, TheSmallestThatMayGoIsLeftOutFirst) {
  DealTask task = pages(1, 100);
  for (const double rows : {60, 35, 30}) add(task, rows, 0);
  EXPECT_TRUE(best_deals(task, 10).empty());
  task.leaves = true;
  for (DealItem& item : task.items) item.may_go = true;
  const std::vector<Deal> deals = best_deals(task, 10);
  ASSERT_EQ(deals.size(), 3U);
  EXPECT_EQ(deals[0].shares[2].page, -1);
}

TEST(Deals, ColumnsOfNibsOnOnePageShareTheirHead) {
  DealTask task = pages(1, 100);
  add(task, 60, 0);
  add(task, 44, 0);
  EXPECT_TRUE(best_deals(task, 10).empty());
  for (DealItem& item : task.items) item.shared = 5;
  EXPECT_EQ(best_deals(task, 10).size(), 1U);
}

TEST(Deals, NibsPartOverTwoPagesAndKeepTheirOrder) {
  DealTask task = pages(2, 66);
  add(task, 30, 0);
  add(task, 30, 1);
  task.items[0].holds = {true, false};
  task.items[1].holds = {false, true};
  for (const int home : {0, 0, -1}) {
    add(task, 20, home);
    task.items.back().shared = 5;
  }
  const std::vector<Deal> deals = best_deals(task, 100);
  ASSERT_FALSE(deals.empty());
  for (const Deal& deal : deals) {
    const std::vector<Share>& shares = deal.shares;
    EXPECT_LE(shares[2].page, shares[3].page);
    EXPECT_LE(shares[3].page, shares[4].page);
    EXPECT_LT(shares[2].page, shares[4].page);  // no page holds all
  }
  EXPECT_EQ(deals[0].shares[3].page, 0);  // where it stands
}

}  // namespace
}  // namespace forme
