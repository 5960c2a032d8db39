//! Texts that were typed and are not part of the plan yet.

use super::desk::Desk;
use super::field::Field;
use crate::ui::entry::Complaint;

/// A text on its way into the plan.
#[derive(Clone, Debug)]
struct Draft {
    field: Field,
    /// What the plan said when the typing began: if it says something else now, the draft is stale.
    before: String,
    text: String,
    complaint: Option<Complaint>,
    drawn: bool,
}

/// The texts being typed. Only one has the keyboard; others are there because they could not be read.
#[derive(Clone, Debug, Default)]
pub(super) struct Drafts {
    open: Vec<Draft>,
}

impl Drafts {
    /// A frame begins: nothing is drawn yet.
    pub(super) fn begin(&mut self) {
        for draft in &mut self.open {
            draft.drawn = false;
        }
    }

    /// A frame ends: a text whose field is no longer on the screen goes into the plan if it can be read,
    /// and to where it belongs, whoever is selected now.
    pub(super) fn end(&mut self, desk: &mut Desk<'_>) {
        self.commit_where(desk, |draft| !draft.drawn);
    }

    /// Puts every readable text into the plan: the user saves, or goes elsewhere.
    pub(super) fn commit_all(&mut self, desk: &mut Desk<'_>) {
        self.commit_where(desk, |_| true);
    }

    fn commit_where(&mut self, desk: &mut Desk<'_>, which: impl Fn(&Draft) -> bool) {
        let (leaving, staying) = std::mem::take(&mut self.open).into_iter().partition(|draft| which(draft));
        self.open = staying;
        for draft in Vec::from_iter::<Vec<Draft>>(leaving) {
            if draft.field.read(desk.plan()).as_ref() == Some(&draft.before)
                && let Ok(edit) = draft.field.write(desk.plan(), &draft.text)
            {
                desk.ask(edit);
            }
        }
    }

    /// What the field shows: the draft if there is one, else `plan_says`. Without the keyboard, a draft gives way
    /// when the plan changes under it.
    pub(super) fn text(
        &mut self,
        field: &Field,
        plan_says: &str,
        focused: bool,
    ) -> (String, Option<Complaint>) {
        if !focused {
            self.open.retain(|draft| draft.field != *field || draft.before == plan_says);
        }
        match self.open.iter_mut().find(|draft| draft.field == *field) {
            Some(draft) => {
                draft.drawn = true;
                (draft.text.clone(), draft.complaint.clone())
            }
            None => (plan_says.to_owned(), None),
        }
    }

    /// What is wrong with the text of a field.
    pub(super) fn complaint(&self, field: &Field) -> Option<Complaint> {
        self.open.iter().find(|draft| draft.field == *field)?.complaint.clone()
    }

    /// The user typed.
    pub(super) fn typed(&mut self, field: &Field, plan_says: &str, text: String) {
        match self.open.iter_mut().find(|draft| draft.field == *field) {
            Some(draft) => {
                draft.text = text;
                draft.complaint = None;
            }
            None => self.open.push(Draft {
                field: field.clone(),
                before: plan_says.to_owned(),
                text,
                complaint: None,
                drawn: true,
            }),
        }
    }

    /// Escape: the field shows the plan again.
    pub(super) fn restore(&mut self, field: &Field) {
        self.open.retain(|draft| draft.field != *field);
    }

    /// Enter, or the keyboard went elsewhere: the text goes into the plan, or stays with a sentence of what is wrong.
    /// Returns whether it is done.
    pub(super) fn commit(&mut self, field: &Field, desk: &mut Desk<'_>) -> bool {
        let Some(at) = self.open.iter().position(|draft| draft.field == *field) else { return true };
        let Some(draft) = self.open.get_mut(at) else { return true };
        let done = if draft.text == draft.before {
            Ok(())
        } else {
            draft.field.write(desk.plan(), &draft.text).and_then(|edit| desk.edit(edit))
        };
        match done {
            Ok(()) => {
                self.open.remove(at);
                true
            }
            Err(complaint) => {
                draft.complaint = Some(complaint);
                false
            }
        }
    }
}
