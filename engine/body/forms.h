#pragma once

#include "engine/document/form.h"

// What the files of assets/body may hold.
namespace palpera::body::forms {

document::Form shapes();
document::Form poses();
document::Form zones();
document::Form places();
document::Form signs();

}  // namespace palpera::body::forms
