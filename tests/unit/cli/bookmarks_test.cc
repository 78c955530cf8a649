#include "cli/bookmarks.h"

#include <gtest/gtest.h>

namespace forme {
namespace {

// A tree made by hand: node 0 is the root.
class Tree {
 public:
  Tree() : tree_{{Node{}}} {}
  NodeId add(NodeId parent, NodeRole role, const std::string& title, const std::string& destination,
             std::uint8_t outputs = kAllOutputs) {
    Node node;
    node.role = role;
    node.parent = parent;
    node.title = title;
    node.destination = destination;
    node.outputs = outputs;
    tree_.nodes.push_back(node);
    const auto id = static_cast<NodeId>(tree_.nodes.size() - 1);
    tree_.nodes[parent].children.push_back(id);
    return id;
  }
  const StructureTree& get() const { return tree_; }

 private:
  StructureTree tree_;
};

TEST(Bookmarks, FollowSectionsAndArticlesInReadingOrder) {
  Tree tree;
  const NodeId news = tree.add(0, NodeRole::Section, "News", "section/news");
  tree.add(news, NodeRole::Article, "Rail crews stand firm", "article/rail");
  tree.add(news, NodeRole::Article, "Bridge closed", "article/bridge");
  tree.add(0, NodeRole::Section, "Letters", "section/letters");
  const auto result = bookmarks(tree.get(), kScreen);
  ASSERT_EQ(result.size(), 2u);
  EXPECT_EQ(result[0].title, "News");
  ASSERT_EQ(result[0].children.size(), 2u);
  EXPECT_EQ(result[0].children[1].destination, "article/bridge");
  EXPECT_EQ(result[1].title, "Letters");
}

TEST(Bookmarks, RiseWhereTheNodeAboveHasNone) {
  Tree tree;
  const NodeId part = tree.add(0, NodeRole::Part, "", "");
  tree.add(part, NodeRole::Article, "Bridge closed", "article/bridge");
  const auto result = bookmarks(tree.get(), kScreen);
  ASSERT_EQ(result.size(), 1u);
  EXPECT_EQ(result[0].title, "Bridge closed");
}

TEST(Bookmarks, LeadToNoArticleThatTheOutputLacksAndToNoSectionOfSuchAlone) {
  Tree tree;
  const NodeId news = tree.add(0, NodeRole::Section, "News", "section/news");
  tree.add(news, NodeRole::Article, "Bridge closed", "article/bridge", kPrint);
  tree.add(news, NodeRole::Article, "Rail crews stand firm", "article/rail", kPrint | kScreen);
  const NodeId letters = tree.add(0, NodeRole::Section, "Letters", "section/letters");
  tree.add(letters, NodeRole::Article, "Post", "article/post", kPrint);
  const auto result = bookmarks(tree.get(), kScreen);
  ASSERT_EQ(result.size(), 1u);
  ASSERT_EQ(result[0].children.size(), 1u);
  EXPECT_EQ(result[0].children[0].title, "Rail crews stand firm");
  EXPECT_EQ(bookmarks(tree.get(), kPrint).size(), 2u);
}

TEST(Bookmarks, OfAnEmptyTreeAreNone) {
  EXPECT_TRUE(bookmarks({}, kScreen).empty());
}

}  // namespace
}  // namespace forme
