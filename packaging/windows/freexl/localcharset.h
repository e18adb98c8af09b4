/* SPDX-License-Identifier: GPL-3.0-or-later
 * FreeXL includes this and calls nothing of it. */
#pragma once
