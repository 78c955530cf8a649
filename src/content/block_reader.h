#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml.h"
#include "content/article.h"
#include "content/fold_text.h"
#include "manifest/source_tree.h"

namespace forme {

// Bits of an `outputs` attribute's value; all of them when it is left out.
std::uint8_t outputs_of(const XmlElement& e);

// Reads the blocks of one article in reading order, and gives each text its leaf and each block its
// id: the one written, else "b" and a hash of what it says, with "-2" for the second that says the
// same. The first text of a block has the block's id, its nth further text "ID/n".
class BlockReader {
 public:
  BlockReader(const SourceTree& tree, std::string path, TextFolder& folder,
              std::vector<Leaf>& leaves, Diagnostics& diagnostics);

  // Notes the ids that are written in `root`, and reports those written twice.
  void claim_ids(const XmlElement& root);
  // A text that is a block of its own: a standfirst, a footnote, a correction.
  LeafId single(const XmlElement& e, LeafRole role, const std::string& inherited);
  // A text of which an article has one, known by `id`.
  LeafId named(const XmlElement& e, LeafRole role, std::string_view id,
               const std::string& inherited);
  // The blocks among the children of `e`; others are passed over.
  std::vector<Block> blocks(const XmlElement& e, const std::string& language);
  Block figure(const XmlElement& e, const std::string& language);
  // Each `solution` names another figure. Call it when all blocks are read.
  void check_solutions();

 private:
  // What a block says, for its hash, and its own texts.
  struct Draft {
    std::string key;
    std::vector<LeafId> leaves;
  };
  struct SolutionRef {
    std::string figure, solution;
    Location where;
  };

  Location at(const XmlElement& e) const;
  LeafId add(Text text, LeafRole role, Draft& draft);
  LeafId leaf(const XmlElement& e, LeafRole role, const std::string& inherited, Draft& draft);
  // The leaf of the child `name`, or kNoLeaf.
  LeafId child_leaf(const XmlElement& e, std::string_view name, LeafRole role,
                    const std::string& language, Draft& draft);
  std::string settle_id(const XmlElement& e, const Draft& draft);
  std::string fresh_id(const Draft& draft);
  void name_leaves(const std::string& id, const Draft& draft);
  bool warn_if_empty(const XmlElement& e, LeafId leaf);

  void read_into(const XmlElement& e, const std::string& language, std::vector<Block>& out,
                 std::string& key);
  bool read_body(const XmlElement& e, const std::string& language, Block& block, Draft& draft);
  bool read_compound(const XmlElement& e, const std::string& language, Block& block, Draft& draft);
  std::vector<Block> nested(const XmlElement& e, const std::string& language, std::string& key);
  List list(const XmlElement& e, const std::string& language, Draft& draft);
  std::vector<Block> item(const XmlElement& e, const std::string& language, Draft& draft);
  void loose_paragraph(std::span<const TextFolder::Node> nodes, const std::string& language,
                       const Location& where, std::vector<Block>& out, Draft& draft);
  Table table(const XmlElement& e, const std::string& language, Draft& draft);
  TableCell cell(const XmlElement& e, const std::string& language, Draft& draft);
  Panel panel(const XmlElement& e, const std::string& language, Draft& draft);
  Letter letter(const XmlElement& e, const std::string& language, Draft& draft);
  Directory directory(const XmlElement& e, const std::string& language, Draft& draft);
  DirectoryField field(const XmlElement& e, const std::string& language, Draft& draft);
  Figure figure_body(const XmlElement& e, const std::string& language, Draft& draft);
  void figure_columns(const XmlElement& e, Figure& out);

  const SourceTree& tree_;
  std::string path_, file_;
  TextFolder& folder_;
  std::vector<Leaf>& leaves_;
  Diagnostics& diagnostics_;
  std::map<std::string, int> claimed_;  // written ids, and their lines
  std::set<std::string> given_;         // ids made
  std::set<std::string> figures_;
  std::vector<SolutionRef> solutions_;
};

}  // namespace forme
