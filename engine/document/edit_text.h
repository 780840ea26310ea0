#pragma once

#include <string>

#include "engine/document/edit.h"

namespace palpera::document {

// The bytes of the document after the edit, which has been found possible: its path leads to something, its key is new.
std::string text_after(const Document& document, const Edit& edit);

}  // namespace palpera::document
