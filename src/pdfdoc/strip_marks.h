#pragma once

class QPDFObjectHandle;

namespace forme {

// Leaves the marked-content operators out of a form's content when it is written: inside an advert
// they would number content of another document's structure tree.
void strip_marks(QPDFObjectHandle& form);

}  // namespace forme
