//! What stands at the lower edge of the window, or beside the view, and comes after the view: for the eye, for Tab and for a
//! screen reader. A panel of egui would have to be drawn before what is above or beside it, and so be heard and reached
//! before it. Knows nothing of what is drawn.

use eframe::egui::{Id, Rect, Ui, UiBuilder};

/// How high it is while it is one row, in points: what is right at once needs not be laid out twice.
const ONE_ROW: f32 = 33.0;

/// Where the room above ends, as high as the lower edge was when it was drawn last.
pub struct Lower {
    id: Id,
    room: Rect,
    height: f32,
}

impl Lower {
    /// The lower edge of what is left of this room.
    pub fn of(ui: &Ui) -> Self {
        let id = ui.unique_id().with("lower edge");
        let height = ui.data_mut(|data| data.get_temp(id)).unwrap_or(ONE_ROW);
        Self { id, room: ui.available_rect_before_wrap(), height }
    }

    fn top(&self) -> f32 {
        (self.room.bottom() - self.height).max(self.room.top())
    }

    /// Draws what stands above it.
    pub fn above(&self, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
        let room = self.room.with_max_y(self.top());
        ui.scope_builder(UiBuilder::new().id_salt("above the lower edge").max_rect(room), contents);
    }

    /// Draws what stands at it, in as much height as that takes.
    pub fn below(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
        let room = self.room.with_min_y(self.top());
        let drawn = ui.scope_builder(UiBuilder::new().id_salt("lower edge").max_rect(room), contents);
        let height = drawn.response.rect.height();
        if (height - self.height).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(self.id, height));
            ui.request_discard("how high the lower edge is was not known");
        }
    }
}

/// What stands at the right of the view, as wide as it was when it was drawn last.
pub struct Beside {
    id: Id,
    room: Rect,
    width: f32,
}

impl Beside {
    /// The right of what is left of this room.
    pub fn of(ui: &Ui) -> Self {
        let id = ui.unique_id().with("beside the view");
        let width = ui.data_mut(|data| data.get_temp(id)).unwrap_or(super::DETAILS);
        Self { id, room: ui.available_rect_before_wrap(), width }
    }

    /// The room at its left.
    pub fn room_before(&self) -> Rect {
        self.room.with_max_x((self.room.right() - self.width).max(self.room.left()))
    }

    /// Draws what takes the right of all the room, and says how wide that was.
    pub fn show(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> f32) {
        let drawn = ui.scope_builder(UiBuilder::new().id_salt("beside the view").max_rect(self.room), contents);
        if (drawn.inner - self.width).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(self.id, drawn.inner));
            ui.request_discard("how wide the details are was not known");
        }
    }
}
