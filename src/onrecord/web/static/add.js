// Files dropped on the form go with it, and progress shows by itself. Both work by hand without this.
(() => {
  "use strict";
  const form = document.querySelector("form.drop");
  if (form) {
    const files = form.querySelector("input[type=file]");
    const over = (is) => (event) => {
      event.preventDefault();
      form.classList.toggle("over", is);
    };
    form.addEventListener("dragover", over(true));
    form.addEventListener("dragleave", over(false));
    form.addEventListener("drop", (event) => {
      over(false)(event);
      files.files = event.dataTransfer.files;
      if (files.files.length > 0) form.requestSubmit();
    });
  }
  const adding = document.getElementById("adding");
  if (adding && adding.dataset.running === "yes") {
    const look = async () => {
      const told = await (await fetch("/add.json")).json();
      document.getElementById("stage").textContent = told.stage;
      document.getElementById("read").textContent = told.pages;
      if (told.running) setTimeout(look, 1000);
      else location.reload();
    };
    setTimeout(look, 500);
  }
})();
